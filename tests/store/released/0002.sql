-- A database as version 2 of the schema made it, with drafts in it. It stays as it was released.
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
CREATE TABLE consent (
  id TEXT PRIMARY KEY,
  given_utc TEXT NOT NULL,
  language TEXT NOT NULL,
  channel TEXT NOT NULL,
  wording_sha256 BLOB NOT NULL,
  content_sha256 BLOB NOT NULL,
  recipients_sha256 BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE submission (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  draft_id TEXT NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
  rev INTEGER NOT NULL,
  reference TEXT NOT NULL,
  title TEXT NOT NULL,
  channel TEXT NOT NULL,
  channel_kind TEXT NOT NULL,
  channel_title TEXT NOT NULL,
  channel_sha256 BLOB NOT NULL,
  recipients_json TEXT NOT NULL,
  message_id TEXT NOT NULL,
  content_sha256 BLOB NOT NULL,
  payload_sha256 BLOB NOT NULL,
  consent_id TEXT NOT NULL REFERENCES consent (id),
  closes_utc TEXT,
  state TEXT NOT NULL,
  phase TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_utc TEXT,
  claim TEXT,
  code TEXT NOT NULL DEFAULT '',
  answer TEXT NOT NULL DEFAULT '',
  receipt TEXT NOT NULL DEFAULT '',
  created_utc TEXT NOT NULL,
  changed_utc TEXT NOT NULL
) STRICT;

CREATE UNIQUE INDEX submission_once ON submission (draft_id, content_sha256, channel)
  WHERE state NOT IN ('cancelled', 'replaced');

CREATE INDEX submission_by_state ON submission (state, seq);

CREATE INDEX submission_by_draft ON submission (draft_id, seq);

CREATE TABLE payload (
  submission_id TEXT PRIMARY KEY REFERENCES submission (id) ON DELETE CASCADE,
  content BLOB NOT NULL,
  content_type TEXT NOT NULL,
  file_name TEXT NOT NULL
) STRICT;

CREATE TABLE recipient_result (
  submission_id TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  address TEXT NOT NULL,
  kind TEXT NOT NULL,
  answer TEXT NOT NULL,
  PRIMARY KEY (submission_id, address)
) STRICT, WITHOUT ROWID;

CREATE TABLE attempt (
  submission_id TEXT NOT NULL REFERENCES submission (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  started_utc TEXT NOT NULL,
  ended_utc TEXT,
  phase TEXT NOT NULL,
  code TEXT NOT NULL DEFAULT '',
  answer TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (submission_id, number)
) STRICT, WITHOUT ROWID;

PRAGMA application_id = 1414747213;
PRAGMA user_version = 2;
INSERT INTO draft (created_seq, id, updated_seq, updated_utc, deleted_utc, head_rev, campaign, campaign_version, language, state, title, place_step)
VALUES (1, 'a', 3, '2026-11-03T10:00:02Z', NULL, 2, '', 0, 'en', 'draft', 'A bench', 'story'),
       (2, 'b', 2, '2026-11-03T10:00:01Z', '2026-11-04T10:00:00Z', 1, '', 0, 'so', 'draft', 'Deleted', '');
INSERT INTO revision (draft_id, rev, saved_utc, reason, answers_json, text, sha256)
VALUES ('a', 1, '2026-11-03T10:00:00Z', 'typing', x'7b7d', 'I wait.', x'44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'),
       ('a', 2, '2026-11-03T10:00:02Z', 'nav', x'7b7d', 'I wait there.', x'44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a'),
       ('b', 1, '2026-11-03T10:00:01Z', 'typing', x'7b7d', 'Gone.', x'44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
INSERT INTO reference (ref, draft_id, rev, replaces) VALUES ('T-4QX2W9H', 'a', 1, NULL), ('T-7K3MQ2P', 'a', 2, 'T-4QX2W9H');
INSERT INTO search (rowid, body) VALUES (1, 'I wait there.');
INSERT INTO consent (id, given_utc, language, channel, wording_sha256, content_sha256, recipients_sha256)
VALUES ('c', '2026-11-03T10:00:03+00:00', 'en', 'clerk', x'01', x'02', x'03');
INSERT INTO submission (seq, id, draft_id, rev, reference, title, channel, channel_kind, channel_title, channel_sha256, recipients_json, message_id, content_sha256, payload_sha256, consent_id, state, phase, created_utc, changed_utc)
VALUES (1, 's', 'a', 2, 'T-7K3MQ2P', 'A bench', 'clerk', 'practice', 'The clerk', x'04', '[]', '<m@example>', x'02', x'05', 'c', 'queued', 'not_started', '2026-11-03T10:00:03+00:00', '2026-11-03T10:00:03+00:00');
INSERT INTO payload (submission_id, content, content_type, file_name) VALUES ('s', x'4869', 'text/plain', 'a.txt');
