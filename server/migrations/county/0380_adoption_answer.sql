-- Why a proposal to adopt was refused; the reason stands with the row for whoever proposed it.
alter table adoption add column answer text;
