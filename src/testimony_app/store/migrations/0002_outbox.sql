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
