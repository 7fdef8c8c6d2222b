-- A database as version 1 of the schema made it, with drafts in it. It stays as it was released.
PRAGMA journal_mode = WAL;

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

PRAGMA application_id = 1414747213;
PRAGMA user_version = 1;
INSERT INTO draft (created_seq, id, updated_seq, updated_utc, deleted_utc, head_rev, campaign, campaign_version, language, state, title, place_step)
VALUES (1, 'a', 3, '2026-11-03T10:00:02Z', NULL, 2, '', 0, 'en', 'draft', 'A bench', 'story'),
       (2, 'b', 2, '2026-11-03T10:00:01Z', '2026-11-04T10:00:00Z', 1, '', 0, 'so', 'draft', 'Deleted', '');
INSERT INTO revision (draft_id, rev, saved_utc, reason, answers_json, text, sha256)
VALUES ('a', 1, '2026-11-03T10:00:00Z', 'typing', x'7b7d', 'I wait.', x'44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'),
       ('a', 2, '2026-11-03T10:00:02Z', 'nav', x'7b7d', 'I wait there.', x'44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'),
       ('b', 1, '2026-11-03T10:00:01Z', 'typing', x'7b7d', 'Gone.', x'44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
INSERT INTO reference (ref, draft_id, rev, replaces) VALUES ('T-4QX2W9H', 'a', 1, NULL), ('T-7K3MQ2P', 'a', 2, 'T-4QX2W9H');
INSERT INTO search (rowid, body) VALUES (1, 'I wait there.');
