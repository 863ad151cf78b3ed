"""All settings, read from the environment; every variable is listed in docs/operations.md."""

import sys
from importlib.util import find_spec
from pathlib import Path

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
DEMO_SECRET_KEY = "contoh-kunci-hanya-untuk-demo-dan-pengujian-jangan-dipakai-di-server"  # noqa: S105
DEMO_FIELD_KEY = "Y29udG9oLCBqYW5nYW4gZGlwYWthaSBkaSBzZXJ2ZXI="

env = environ.Env()
if (BASE_DIR / ".env").is_file():
    env.read_env(BASE_DIR / ".env")

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default=DEMO_SECRET_KEY if DEBUG else "")
if not DEBUG and (len(SECRET_KEY) < 50 or SECRET_KEY == DEMO_SECRET_KEY):
    raise ImproperlyConfigured(
        "SECRET_KEY belum diisi, terlalu pendek (minimal 50 karakter), atau masih kunci contoh. "
        "Isi variabel lingkungan SECRET_KEY dengan nilai acak milik server ini."
    )
FIELD_KEYS = env.list("FIELD_KEY", default=[DEMO_FIELD_KEY] if DEBUG else [])
if not DEBUG and (not FIELD_KEYS or DEMO_FIELD_KEY in FIELD_KEYS):
    raise ImproperlyConfigured(
        "FIELD_KEY belum diisi atau masih kunci contoh. Buat kunci milik server ini: "
        'python -c "from cryptography.fernet import Fernet; print(Fernet.generate_key().decode())"'
    )
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"] if DEBUG else [])
PUBLIC_URL = env.str("PUBLIC_URL", default="http://127.0.0.1:8000" if DEBUG else "").rstrip("/")
if not DEBUG and not PUBLIC_URL:
    raise ImproperlyConfigured("Isi PUBLIC_URL dengan alamat publik portal, misalnya https://skm.contoh.go.id.")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[PUBLIC_URL] if PUBLIC_URL else [])

INSTALLED_APPS = [
    "skm_portal",
    "duties",
    "oversight",
    "publishing",
    "reports",
    "followups",
    "surveys",
    "offices",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "lucide",
    "django_htmx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
]

MIDDLEWARE = [
    "skm_portal.log_lines.number_requests",
    "skm_portal.watching.requests.watch_requests",
    "skm_portal.health.forget_who_asks",
    "django.middleware.security.SecurityMiddleware",
    "skm_portal.compressing.compress_pages",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "skm_portal.limits.LimitsMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "skm_portal.errors.NulMiddleware",
    "skm_portal.typed.VisibleTextMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "skm_portal.guarding.guard",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "offices.account.sessions.SessionMiddleware",
    "offices.zones.ZoneMiddleware",
    "offices.sending.middleware.SendingMiddleware",
    "skm_portal.errors.speak_indonesian",
]

ROOT_URLCONF = "skm_portal.urls"
WSGI_APPLICATION = "skm_portal.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["offices.templatetags.sending"],  # csrf_token with the key of the form
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

_SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
}
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'var' / 'skm.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = _SQLITE_OPTIONS
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "skm_cache"}}

AUTH_USER_MODEL = "offices.User"
AUTHENTICATION_BACKENDS = ["offices.account.adapter.AuthenticationBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in {
        "UserAttributeSimilarityValidator": {"user_attributes": ("username", "name", "email", "nip")},
        "MinimumLengthValidator": {"min_length": 10},
        "CommonPasswordValidator": {},
        "NumericPasswordValidator": {},
    }.items()
]
TEMPORARY_PASSWORD_DAYS = 30
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "start"
ACCOUNT_ADAPTER = "offices.account.adapter.AccountAdapter"
ACCOUNT_FORMS = {
    "login": "offices.account.forms.LoginForm",
    "change_password": "offices.account.forms.ChangePasswordForm",
    "reset_password_from_key": "offices.account.forms.PasswordFromLinkForm",
    "reauthenticate": "offices.account.forms.ReauthenticateForm",
}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
ACCOUNT_RATE_LIMITS = False  # offices/account/guessing.py counts: not in the cache, and not all browsers alike
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("ALLAUTH_TRUSTED_PROXY_COUNT", default=0)
MFA_FORMS = {
    "authenticate": "offices.account.forms.CodeForm",
    "reauthenticate": "offices.account.forms.ConfirmCodeForm",
}
MFA_ADAPTER = "offices.account.secrets.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "SKM Portal"

SESSION_COOKIE_AGE = 60 * 60
SESSION_LONGEST = 8 * 60 * 60
SESSION_STAYING = 30 * 24 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = not DEBUG
CSRF_COOKIE_SECURE = not DEBUG
CSRF_FAILURE_VIEW = "skm_portal.sent.stale.form_is_stale"
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=not DEBUG)
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if env.bool("BEHIND_PROXY", default=False) else None
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=0 if DEBUG else 31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
SILENCED_SYSTEM_CHECKS = ["security.W019"]  # pages of the portal show its PDFs in a frame
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [SELF],
        "manifest-src": [SELF],
        "worker-src": [SELF],
    }
}

LANGUAGE_CODE = "id"
TIME_ZONE = env.str("TIME_ZONE", default="Asia/Jakarta")
USE_I18N = True
USE_TZ = True
USE_THOUSAND_SEPARATOR = False


def package_folder(name: str) -> Path:
    """The folder of an installed package, found without importing it."""
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise ImproperlyConfigured(f"Paket {name} belum terpasang. Jalankan: make setup")
    return Path(spec.submodule_search_locations[0])


FONT_FOLDERS = {family: package_folder(f"rinoh_typeface_texgyre{family}") for family in ("bonum", "termes", "heros")}
STATIC_URL = "static/"
STATIC_ROOT = env.path("STATIC_ROOT", default=str(BASE_DIR / "var" / "static"))
STATICFILES_DIRS = [
    BASE_DIR / "static",
    *((f"fonts/{family}", folder) for family, folder in FONT_FOLDERS.items()),
]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "skm_portal.sheets.finder.PageSheets",
]
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

MEDIA_ROOT = str(env.path("MEDIA_ROOT", default=str(BASE_DIR / "var" / "media")))
AWS_STORAGE_BUCKET_NAME = env.str("AWS_STORAGE_BUCKET_NAME", default="")
_FILES = {"BACKEND": "offices.disk.DiskStorage"}
if AWS_STORAGE_BUCKET_NAME:
    from storages.backends.s3 import Config

    _FILES = {"BACKEND": "storages.backends.s3.S3Storage"}
    AWS_S3_ENDPOINT_URL = env.str("AWS_S3_ENDPOINT_URL", default=None)
    AWS_S3_REGION_NAME = env.str("AWS_S3_REGION_NAME", default=None)
    AWS_ACCESS_KEY_ID = env.str("AWS_ACCESS_KEY_ID", default=None)
    AWS_SECRET_ACCESS_KEY = env.str("AWS_SECRET_ACCESS_KEY", default=None)
    AWS_S3_FILE_OVERWRITE = False
    AWS_DEFAULT_ACL = None
    AWS_S3_CLIENT_CONFIG = Config(connect_timeout=5, read_timeout=30, retries={"max_attempts": 2})
_STATIC = "django.contrib.staticfiles.storage.StaticFilesStorage"
if not DEBUG:
    _STATIC = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {"default": _FILES, "staticfiles": {"BACKEND": _STATIC}}
FILE_UPLOAD_PERMISSIONS = 0o640  # whatever the umask of the process
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o750
FILE_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20
MOST_FILES_AT_ONCE = 60
DATA_UPLOAD_MAX_NUMBER_FILES = 10 * MOST_FILES_AT_ONCE  # where Django stops reading, see limits.py

TIMESTAMP_URL = env.str("TIMESTAMP_URL", default="")
METRICS_TOKEN = env.str("METRICS_TOKEN", default="")
if METRICS_TOKEN and len(METRICS_TOKEN) < 20:
    raise ImproperlyConfigured("METRICS_TOKEN terlalu pendek (minimal 20 karakter). Isi dengan nilai acak.")
BACKUP_FOLDER = env.str("BACKUP_FOLDER", default="")
LEAST_DISK_MB = env.int("LEAST_DISK_MB", default=500)
JOB_LEASE_SECONDS = env.int("JOB_LEASE_SECONDS", default=60)

OWN_AUTHORITIES = env.list("OWN_AUTHORITIES", default=[])
MINISTRY_CHECK_URL = env.str("MINISTRY_CHECK_URL", default="https://tte.komdigi.go.id/verifyPDF")
SIGNING_TRUST = env.str("SIGNING_TRUST", default=str(BASE_DIR / "var" / "demo-ca.pem") if DEBUG else "")

HAS_MAIL = DEBUG or bool(env.str("EMAIL_URL", default=""))
vars().update(env.email("EMAIL_URL", default=f"filemail:///{BASE_DIR / 'var' / 'mail'}" if DEBUG else "dummymail://"))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="skm-portal@localhost")

FORM_RENDERER = "django.forms.renderers.DjangoTemplates"

LOG_FORMAT = env.str("LOG_FORMAT", default="text" if DEBUG else "json")
if LOG_FORMAT not in ("text", "json"):
    raise ImproperlyConfigured("LOG_FORMAT harus berisi json atau text.")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"one_line": {"()": "skm_portal.log_lines.OneLine"}},
    "formatters": {
        "text": {"()": "skm_portal.log_lines.Line"},
        "json": {"()": "skm_portal.log_lines.JsonLine"},
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "stream": sys.stderr, "formatter": LOG_FORMAT}},
    "root": {"handlers": ["console"], "level": env.str("LOG_LEVEL", default="WARNING")},
    "loggers": {
        "django": {"handlers": [], "level": env.str("LOG_LEVEL", default="WARNING")},  # one line each, by the root
        "weasyprint": {"level": "ERROR"},
        "fontTools": {"level": "ERROR"},
        "django.request": {"level": "ERROR"},  # refusals have a line of their own, see skm_portal/guarding.py
        "django.security.csrf": {"level": "ERROR"},
        "django.security.DisallowedHost": {"filters": ["one_line"]},
    },
}
