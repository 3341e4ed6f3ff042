-- Files are read piece by piece, which takes no unpacking of all that stands before a piece if they are not packed; what
-- offices send is packed already (.xlsx, .pdf, pictures).
alter table file_content alter column bytes set storage external;
