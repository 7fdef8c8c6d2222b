CREATE TABLE meta (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

INSERT INTO meta (key, value) VALUES ('sentinel', 'testimony drafts'), ('clean_shutdown', '1');

CREATE TABLE draft (
  created_seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  updated_seq INTEGER NOT NULL,
  updated_utc TEXT NOT NULL,
  deleted_utc TEXT,
  head_rev INTEGER NOT NULL,
  indexed_rev INTEGER NOT NULL DEFAULT 0,
  campaign TEXT NOT NULL,
  campaign_version INTEGER NOT NULL,
  language TEXT NOT NULL,
  state TEXT NOT NULL,
  title TEXT NOT NULL,
  place_step TEXT NOT NULL DEFAULT '',
  place_section TEXT NOT NULL DEFAULT '',
  place_cursor INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX draft_by_update ON draft (updated_seq);

CREATE TABLE revision (
  draft_id TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  rev INTEGER NOT NULL,
  saved_utc TEXT NOT NULL,
  reason TEXT NOT NULL,
  answers_json BLOB NOT NULL,
  text TEXT NOT NULL,
  sha256 BLOB NOT NULL,
  PRIMARY KEY (draft_id, rev)
) STRICT;

CREATE TABLE reference (
  ref TEXT PRIMARY KEY,
  draft_id TEXT NOT NULL,
  rev INTEGER NOT NULL,
  replaces TEXT REFERENCES reference (ref),
  UNIQUE (draft_id, rev),
  FOREIGN KEY (draft_id, rev) REFERENCES revision (draft_id, rev)
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE search USING fts5 (body, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');
