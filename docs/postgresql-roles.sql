-- Run as the owner of the database, after each migrate. The portal logs in as skm_portal and owns nothing.
GRANT USAGE ON SCHEMA public TO skm_portal;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO skm_portal;
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO skm_portal;
REVOKE UPDATE, DELETE, TRUNCATE, TRIGGER ON offices_auditevent FROM skm_portal;
REVOKE INSERT, UPDATE, DELETE ON django_migrations FROM skm_portal;
