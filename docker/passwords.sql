-- For psql, which reads the passwords from the environment; run after roles.sql.
\getenv owner_password FAIRWAY_DATABASE_OWNER_PASSWORD
\getenv app_password FAIRWAY_DATABASE_PASSWORD
alter role fairway_owner password :'owner_password';
alter role fairway_app password :'app_password';
