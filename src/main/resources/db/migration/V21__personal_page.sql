-- The single-use code by which the colleague opens the page that a link leads to. Hashed together with the link's token, which stands in no table:
-- whoever reads the table cannot try the codes out.
create table personal_code (
    id         bigint generated always as identity primary key,
    token_hash varchar(64) not null references delivery_token on delete cascade,
    code_hash  varchar(64) not null check (code_hash ~ '^[0-9a-f]{64}$'),
    made_at    timestamp   not null,
    attempts   int         not null default 0 check (attempts >= 0),
    used_at    timestamp
);
create index on personal_code (token_hash);

-- A page that was opened with a code, for one browser and one link.
create table personal_session (
    session_hash varchar(64) primary key check (session_hash ~ '^[0-9a-f]{64}$'),
    token_hash   varchar(64) not null references delivery_token on delete cascade,
    used_at      timestamp   not null
);
create index on personal_session (token_hash);

-- What was written once the case had ended is kept and says so.
alter table colleague_comment add column after_end boolean not null default false;

-- Another date that the colleague proposes for a meeting (S1P-04).
create table other_date (
    id          bigint generated always as identity primary key,
    delivery_id bigint         not null references delivery,
    meeting     varchar(200)   not null,
    instead_of  timestamp      not null,
    starts_at   timestamp      not null,
    reason      varchar(10000) not null check (reason <> ''),
    made_at     timestamp      not null
);
create index on other_date (delivery_id);
