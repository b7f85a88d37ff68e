-- Two roles for Fairway's database, in place of one that may do everything: fairway_owner, as which migrations run, and fairway_app, as which
-- the application runs. fairway_app cannot change, remove or empty the access log and its chain, nor take their triggers away.
--
-- Run it as a superuser in Fairway's own database, before the first start; on a database that is in use, with Fairway stopped. It can be run
-- again. Then give both roles a password (alter role … password …), set SPRING_DATASOURCE_USERNAME, SPRING_DATASOURCE_PASSWORD to fairway_app's, and bring
-- the tables to each version by one start with --migrate and SPRING_FLYWAY_USER, SPRING_FLYWAY_PASSWORD set to fairway_owner's. The nodes run with
-- SPRING_FLYWAY_ENABLED=false and without that password: the owner can take triggers away. Do the same after a backup was restored.
do $$
begin
    if not exists (select from pg_roles where rolname = 'fairway_owner') then
        create role fairway_owner login;
    end if;
    if not exists (select from pg_roles where rolname = 'fairway_app') then
        create role fairway_app login;
    end if;
end $$;

revoke create on schema public from public;
grant usage, create on schema public to fairway_owner;
-- The process engine makes and upgrades its own tables (act_…) when the application starts.
grant usage, create on schema public to fairway_app;
alter default privileges for role fairway_owner in schema public grant select, insert, update, delete on tables to fairway_app;
alter default privileges for role fairway_owner in schema public grant usage, select on sequences to fairway_app;

-- What is there already.
do $$
declare
    found record;
begin
    for found in
        select c.oid::regclass as name, c.relkind, c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'S')
          and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i'))
        order by c.relkind desc
    loop
        execute format('alter %s %s owner to %I', case found.relkind when 'v' then 'view' when 'S' then 'sequence' else 'table' end, found.name,
                case when found.relname like 'act\_%' then 'fairway_app' else 'fairway_owner' end);
    end loop;
    for found in
        select p.oid::regprocedure as name from pg_proc p
        where p.pronamespace = 'public'::regnamespace and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    loop
        execute format('alter function %s owner to fairway_owner', found.name);
    end loop;
    for found in
        select c.oid::regclass as name, c.relname from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v') and c.relname not like 'act\_%'
    loop
        execute format('revoke all on %s from fairway_app', found.name);
        execute format('grant select, insert %s on %s to fairway_app',
                case when found.relname in ('access_log', 'audit_seal') then '' else ', update, delete' end, found.name);
    end loop;
    for found in
        select c.oid::regclass as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'S' and c.relname not like 'act\_%'
    loop
        execute format('grant usage, select on %s to fairway_app', found.name);
    end loop;
end $$;
