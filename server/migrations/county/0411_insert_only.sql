-- What is only ever written once and read by its key gains nothing from a vacuum because rows came in: of a large import it
-- read the file and all blocks again while the import went on. Dead rows and old transactions are vacuumed as ever.
alter table import_block set (autovacuum_vacuum_insert_threshold = -1, toast.autovacuum_vacuum_insert_threshold = -1);
alter table import_link set (autovacuum_vacuum_insert_threshold = -1);
alter table file_content set (autovacuum_vacuum_insert_threshold = -1, toast.autovacuum_vacuum_insert_threshold = -1);
