# make site     build the site and serve it on this machine (PORT=8000)
# make check    run the checks that need neither a browser nor a built site, in about a minute
# make test     run every check, including those in real browsers
# make build    build the site into site/
# make preview  serve the site, and show changes to pages as you make them
# make look     take screenshots of sixteen screens, at phone and desktop width, light and dark
# make bench    measure how soon the first answer appears
# make release  make the archive for hosting the site yourself, in dist/
# make new-calculator NAME=storage_charge TITLE="Storage charge"   create a calculator to change into your own
# make exit     build the site with ProperDocs, MkDocs's successor, and compare the two builds
# make lock     update the pinned Python packages
# make clean    remove everything that make has made

PORT ?= 8000
PYTHON := .venv/bin/python
CONFIG := $(firstword $(wildcard service.yml) mkdocs.yml)
SOURCES := $(sort mkdocs.yml $(CONFIG)) $(shell find calculators docs macros ! -name __pycache__ ! -name '*.pyc')

# The last SITE_ADDRESS. If it changes, this file becomes newer than the site, so the site is built again.
ADDRESS := .cache/address
$(shell mkdir -p .cache; printenv SITE_ADDRESS | cmp -s - $(ADDRESS) || printenv SITE_ADDRESS >$(ADDRESS))

export NO_MKDOCS_2_WARNING := 1

# Python keeps its bytecode, even where it's told not to: without it, each process takes a second longer to start.
export PYTHONPYCACHEPREFIX := $(CURDIR)/.cache/bytecode
unexport PYTHONDONTWRITEBYTECODE

.PHONY: site test test-library test-site static check build preview look bench release new-calculator exit lock clean free-port browser engines nginx
.DELETE_ON_ERROR:

site: free-port build
	@$(PYTHON) -m macros.serve $(PORT)

# What needs no built site is checked while the site is built. What it prints is kept until the end, unless it fails.
test: browser engines nginx
	@$(MAKE) --no-print-directory -j2 test-library test-site
	@tail -n 1 $(LIBRARY_LOG)

LIBRARY_LOG := .cache/test-library.log
without-site = --ignore tests/browser --ignore tests/built

test-library: static
	@$(PYTHON) -m pytest $(without-site) >$(LIBRARY_LOG) || { cat $(LIBRARY_LOG); exit 1; }

test-site: build
	@$(PYTHON) -m pytest -n 3 --dist worksteal tests/built tests/browser

check: static
	@$(PYTHON) -m pytest -n 2 --dist worksteal $(without-site)

static: .venv/requirements.lock node_modules/.package-lock.json
	@$(PYTHON) -m ruff check --quiet
	@$(PYTHON) -m ruff format --check --quiet
	@$(PYTHON) -m mypy
	@node_modules/.bin/tsc

build: site/index.html
	@:

preview: .venv/requirements.lock node_modules/.package-lock.json
	@$(PYTHON) -m mkdocs serve --config-file $(CONFIG) --livereload --dev-addr 127.0.0.1:$(PORT)

bench: browser build
	@$(PYTHON) -m tests.bench; status=$$?; \
	$(PYTHON) -m tests.bench.second_calculator || status=$$?; \
	$(PYTHON) -m tests.bench.batch || status=$$?; \
	$(PYTHON) -m tests.bench.ledger || status=$$?; exit $$status

look: browser build
	@$(PYTHON) -m tests.browser.take_screenshots $(SCREENS)

release: build
	@$(PYTHON) -m macros.release

new-calculator: .venv/requirements.lock
	@$(PYTHON) -m macros.new_calculator $(NAME) $(if $(TITLE),"$(TITLE)")

exit: build
	@rm -rf .cache/exit .cache/exit-site
	@$(PYTHON) -m pip install -qq --require-hashes --no-deps --target .cache/exit -r macros/properdocs-requirements.txt
	@PYTHONPATH=.cache/exit $(PYTHON) -m properdocs build --strict --config-file $(CONFIG) \
		--site-dir .cache/exit-site >.cache/exit.log 2>&1 || { cat .cache/exit.log; exit 1; }
	@$(PYTHON) -m macros.compare_properdocs_build .cache/exit-site

lock: .venv/requirements.lock
	@.venv/bin/uv pip compile --quiet --upgrade --universal --python-version 3.12 \
		--group build --group test --generate-hashes --no-header --no-annotate \
		--no-emit-index-url --no-emit-find-links --output-file requirements.lock

clean:
	@rm -rf .cache .hypothesis .venv dist node_modules site

site/index.html: .venv/requirements.lock node_modules/.package-lock.json $(SOURCES) $(ADDRESS)
	$(call need,$(PYTHON) -m macros.book.make_pdf </dev/null,libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0,Pango to make the PDFs)
	@$(PYTHON) -m mkdocs build --strict --config-file $(CONFIG)

.venv/requirements.lock: requirements.lock
	$(call need,$(find-python) | grep .,python3 python3-venv,Python 3.12 or newer with venv)
	@echo "Installing the Python packages"
	@"$$($(find-python))" -m venv --clear .venv
	@{ $(uv-in-lock) | $(PYTHON) -m pip install -qq $(exactly) /dev/stdin \
		&& .venv/bin/uv pip install -qq --python $(PYTHON) $(exactly) requirements.lock; } 2>/dev/null \
		|| $(PYTHON) -m pip install -qq --no-compile $(exactly) requirements.lock
	@cp requirements.lock $@

node_modules/.package-lock.json: package-lock.json
	$(call need,$(node-is-new) && npm --version,nodejs npm,Node.js 20 or newer with npm)
	@echo "Installing the Node packages"
	@npm ci --loglevel=error >/dev/null
	@touch $@

free-port: .venv/requirements.lock
	$(if $(shell $(PYTHON) -c '$(take-port)' 2>&1),$(error Port $(PORT) is taken: make site PORT=8001))

browser:
	$(call need,command -v chromium-headless-shell || command -v chromium,chromium-headless-shell,Chromium to test the pages)

nginx:
	$(call need,command -v nginx || [ -x /usr/sbin/nginx ],nginx-light,nginx to test how the site is hosted)

# Two more browser engines. If one can't be installed, says so and goes on; the tests only fail for that if CI=true.
engines:
	@for each in "firefox-esr:firefox-esr" "WebKitWebDriver:webkit2gtk-driver xvfb xauth"; do \
		command -v "$${each%%:*}" >/dev/null || { $(apt-get) $${each#*:}; } >/dev/null 2>&1 \
		|| echo "Not tested in $${each%%:*}, which is not here (on Debian: apt-get install $${each#*:})"; \
	done

# uv installs the packages in a fifth of the time. Where it can't, as behind an index that only pip is set up for, pip does.
uv-in-lock = sed -n '/^uv==/,/[^\\]$$/p' requirements.lock
exactly = --require-hashes --only-binary :all: -r

find-python = for name in python3 python3.13 python3.12 python3.14; do \
	$$name -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 12))' 2>/dev/null \
	&& echo $$name && break; done
take-port = import socket; socket.create_server(("127.0.0.1", $(PORT)))
node-is-new = node --eval 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)'

# $(call need,test,Debian packages,name): if the test fails, installs the packages as root on Debian, or else stops.
need = $(if $(shell { $(1) || { $(apt-get) $(2) && $(1); }; } >/dev/null 2>&1 && echo met),, \
	$(error $(3) is needed (on Debian: apt-get install $(2))))
apt-get = [ "$$(id -u)" = 0 ] && apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends
