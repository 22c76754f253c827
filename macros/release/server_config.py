"""Configuration for web servers: content types, compressed files, caching and security headers."""

import re
from collections.abc import Mapping
from pathlib import PurePosixPath

from macros.content_policy import DIRECTIVES

OTHERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}
FRAMES = "frame-ancestors 'self'"
FOR_EVER = "public, max-age=31536000, immutable"
EACH_TIME = "no-cache"
NEVER_CHANGES = r"/assets/(runtime|javascripts|stylesheets)/.*([0-9a-f]{12}/|\.[0-9a-f]{8}\.min\.)"
"""Addresses with a digest of their content, which may be cached for ever."""

TYPES = {
    ".bin": "application/octet-stream", ".css": "text/css", ".csv": "text/csv", ".html": "text/html",
    ".ico": "image/x-icon", ".ics": "text/calendar", ".js": "text/javascript", ".json": "application/json",
    ".mjs": "text/javascript", ".pdf": "application/pdf", ".png": "image/png", ".svg": "image/svg+xml",
    ".txt": "text/plain", ".wasm": "application/wasm", ".webmanifest": "application/manifest+json",
    ".woff2": "font/woff2", ".xml": "application/xml", ".yml": "application/yaml", ".zip": "application/zip",
}  # fmt: skip

_POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]*)"')


def policy(pages: Mapping[str, bytes]) -> str:
    """One policy for the whole site, with the hashes of all inline scripts. Each page has a stricter one of its own."""
    stated = [_POLICY.search(content.decode()) for name, content in pages.items() if name.endswith(".html")]
    hashes = sorted({one for found in stated if found for one in re.findall(r"'sha256-[^']+'", found[1])})
    directives = DIRECTIVES | {"script-src": " ".join([DIRECTIVES["script-src"], *hashes])}
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def in_site(pages: Mapping[str, bytes]) -> dict[str, bytes]:
    """Configuration files that hosts look for within the site."""
    return {
        ".htaccess": apache(pages).encode(),
        "_headers": for_netlify(pages).encode(),
        ".nojekyll": b"",
    }


def nginx(pages: Mapping[str, bytes], *, port: int = 80, name: str = "example.org") -> str:
    """A configuration file for /etc/nginx/conf.d."""
    whole = policy(pages)
    types = "\n".join(f"        {TYPES[suffix]:<26} {suffix[1:]};" for suffix in sorted(TYPES))
    headers = "\n".join(f'    add_header {name} "{value}" always;' for name, value in OTHERS.items())
    return f"""\
# Put this file into /etc/nginx/conf.d, and set server_name and root. Add TLS as for any other site.

map $request_uri $get_paid_policy {{
    default          "{whole}; {FRAMES}";
    ~^[^?]*/embed/   "{whole}";
}}
map $uri $get_paid_keep {{
    default      "{EACH_TIME}";
    "~{NEVER_CHANGES}"  "{FOR_EVER}";
}}

server {{
    listen {port};
    server_name {name};
    root /var/www/get-paid/site;

    index index.html;
    error_page 404 /404.html;
    charset utf-8;
    charset_types text/css text/csv text/javascript text/plain application/json application/xml;
    types {{
{types}
    }}
    default_type application/octet-stream;

    gzip_static on;
    gzip_vary on;
    # brotli_static on;  # where the module for brotli is installed (on Debian: libnginx-mod-http-brotli-static)

    add_header Content-Security-Policy $get_paid_policy always;
    add_header Cache-Control $get_paid_keep;
{headers}

    location ~ /\\. {{ return 404; }}
    location = /_headers {{ return 404; }}
}}
"""


def apache(pages: Mapping[str, bytes]) -> str:
    """An `.htaccess` file for Apache (AllowOverride FileInfo Indexes Limit)."""
    whole = policy(pages)
    types = "\n".join(f"AddType {TYPES[suffix]} {suffix}" for suffix in sorted(TYPES))
    headers = "\n".join(f'    Header always set {name} "{value}"' for name, value in OTHERS.items())
    packed = "\n".join(_apache_packed(kind, ending) for kind, ending in (("br", "br"), ("gzip", "gz")))
    return f"""\
DirectoryIndex index.html
ErrorDocument 404 /404.html
Options -Indexes -MultiViews
AddDefaultCharset utf-8
{types}

<IfModule mod_headers.c>
    Header always set Content-Security-Policy "{whole}; {FRAMES}" "expr=%{{REQUEST_URI}} !~ m#/embed/#"
    Header always set Content-Security-Policy "{whole}" "expr=%{{REQUEST_URI}} =~ m#/embed/#"
    Header set Cache-Control "{EACH_TIME}"
    Header set Cache-Control "{FOR_EVER}" "expr=%{{REQUEST_URI}} =~ m#{NEVER_CHANGES}#"
{headers}
</IfModule>

<IfModule mod_rewrite.c>
    RewriteEngine On
{packed}
</IfModule>
<FilesMatch "^(\\.|_headers$)">
    Require all denied
</FilesMatch>
"""


def _apache_packed(kind: str, ending: str) -> str:
    """Rules to serve a compressed file instead of the plain one, with the plain one's type."""
    types = "\n".join(
        f"    RewriteRule \\{suffix}\\.{ending}$ - [T={TYPES[suffix]},E=no-gzip:1,E=no-brotli:1]"
        for suffix in sorted(TYPES)
    )
    return f"""\
    RewriteCond %{{HTTP:Accept-Encoding}} {kind}
    RewriteCond %{{REQUEST_FILENAME}}.{ending} -f
    RewriteRule ^(.+)$ $1.{ending} [L]
{types}
    <FilesMatch "\\.{ending}$">
        <IfModule mod_headers.c>
            Header set Content-Encoding {kind}
            Header append Vary Accept-Encoding
        </IfModule>
    </FilesMatch>"""


def for_netlify(pages: Mapping[str, bytes]) -> str:
    """A file of headers for Netlify and Cloudflare Pages.

    No address gets two policies: if two rules set a header, Netlify keeps the later one and Cloudflare joins both.
    """
    whole = policy(pages)
    lines = ["/*", *(f"  {name}: {value}" for name, value in OTHERS.items())]
    lines += ["/assets/runtime/*", f"  Cache-Control: {FOR_EVER}"]
    for where in _apart(pages):
        frames = "" if where == "/embed/*" else f"; {FRAMES}"
        lines += [where, f"  Content-Security-Policy: {whole}{frames}"]
    return "\n".join(lines) + "\n"


def _apart(pages: Mapping[str, bytes]) -> list[str]:
    """Rules for the home page, each file beside it and each folder. Every address of the site matches exactly one."""
    tops = {path.parts[0]: len(path.parts) > 1 for path in map(PurePosixPath, pages)}
    return ["/", *(f"/{top}/*" if is_folder else f"/{top}" for top, is_folder in sorted(tops.items()))]
