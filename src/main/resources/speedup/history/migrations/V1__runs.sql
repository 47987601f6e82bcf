-- what the list shows of a run; its times as JSON and its traces lie apart, so that a page of
-- the list is read without them
CREATE TABLE run (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  at INTEGER NOT NULL, -- milliseconds since 1970
  kind TEXT NOT NULL,
  workload TEXT NOT NULL,
  note TEXT NOT NULL,
  input TEXT NOT NULL,
  machine TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  engines TEXT NOT NULL,
  workers INTEGER NOT NULL,
  runs INTEGER NOT NULL,
  seconds REAL,
  speedup REAL
) STRICT;
CREATE INDEX run_newest ON run (at DESC, number DESC);

CREATE TABLE content (
  run INTEGER PRIMARY KEY REFERENCES run (number) ON DELETE CASCADE,
  json BLOB NOT NULL
) STRICT;

CREATE TABLE trace (
  run INTEGER NOT NULL REFERENCES run (number) ON DELETE CASCADE,
  engine TEXT NOT NULL,
  bytes BLOB NOT NULL,
  PRIMARY KEY (run, engine)
) STRICT;

CREATE VIRTUAL TABLE run_text USING fts5 (
  workload, note, input, machine,
  content = 'run', content_rowid = 'number', prefix = '2 3', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER run_added AFTER INSERT ON run BEGIN
  INSERT INTO run_text (rowid, workload, note, input, machine)
  VALUES (new.number, new.workload, new.note, new.input, new.machine);
END;
CREATE TRIGGER run_deleted AFTER DELETE ON run BEGIN
  INSERT INTO run_text (run_text, rowid, workload, note, input, machine)
  VALUES ('delete', old.number, old.workload, old.note, old.input, old.machine);
END;
CREATE TRIGGER run_changed AFTER UPDATE OF note ON run BEGIN
  INSERT INTO run_text (run_text, rowid, workload, note, input, machine)
  VALUES ('delete', old.number, old.workload, old.note, old.input, old.machine);
  INSERT INTO run_text (rowid, workload, note, input, machine)
  VALUES (new.number, new.workload, new.note, new.input, new.machine);
END;

-- read at every start, so that the migrations are only looked at where one is missing
PRAGMA user_version = 1;
