-- Many rows at once come in by the importer, or as rows of code; the stages of a second path are gone.
drop function open_stage(text, bigint);
drop function measure_stage(text, bigint);
drop function close_stage(text, bigint);
