-- Where migrations run as another role than the application (docker/roles.sql), that role gets what all tables give it when they are made. Of the
-- record and its chain it may read and add rows, and nothing else.
do $$
declare
    somebody text;
begin
    for somebody in
        select distinct case when a.grantee = 0 then 'public' else quote_ident(r.rolname) end
        from pg_class c cross join lateral aclexplode(c.relacl) a left join pg_roles r on r.oid = a.grantee
        where c.oid in ('access_log'::regclass, 'audit_seal'::regclass) and a.grantee <> c.relowner
    loop
        execute format('revoke update, delete, truncate, references, trigger on access_log, audit_seal from %s', somebody);
    end loop;
end $$;
