# Commands for working on mapgen. They use the tools in .venv, if it exists.
export PATH := $(CURDIR)/.venv/bin:$(PATH)

LOCK := -q --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command "make lock"
PACKAGE := pyproject.toml --extra png --extra pdf --extra xlsx --extra pptx --extra observe --extra observe-sql --extra mkdocs --extra sphinx

.PHONY: check fix accept regen docs lock fonts scripts bench bench-results mutants observe-engines release

check: ## run everything that must pass
	.ci/check
	pytest -q -n auto

lock: ## update the locked development tools and dependencies; needs uv
	uv pip compile $(LOCK) $(PACKAGE) --group dev --group docs -o requirements/dev.txt
	uv pip compile $(LOCK) $(PACKAGE) --group dev --group docs --group browser --group hooks -c requirements/dev.txt -o requirements/ci.txt
	uv pip compile $(LOCK) --group release -c requirements/dev.txt -o requirements/release.txt

fix: ## fix style automatically
	ruff check --fix
	ruff format

accept: ## update the expected outputs; review them with `git diff`
	pytest -q --accept

regen: ## rebuild the maps of the examples
	mapgen build

docs: ## build the site of the documentation in build/site, and update docs/llms.txt
	python -m website.make --accept

fonts: ## regenerate the fonts in mapgen/_fonts from Inter
	python -m assets.fonts

scripts: ## minify the scripts of the HTML pages with esbuild; needs Node.js
	python -m assets.scripts

release: ## check, tag and build a release; CONTRIBUTING.md describes the steps
	.ci/release

observe-engines: ## count the same events on PostgreSQL, ClickHouse and Spark, as far as they are installed
	MAPGEN_OBSERVE_ENGINES=1 MAPGEN_OBSERVE_EXAMPLES=300 pytest -q tests/observe/test_engines.py tests/observe/test_against_reference.py

mutants: ## change the core packages in small ways, and list the changes that no test detects; takes half an hour
	mutmut run
	mutmut results

bench: ## measure start-up, a large map, the HTML page and the preview
	python benchmarks/bench.py
	python -m benchmarks.page
	python -m benchmarks.preview

bench-results: ## measure commands beside other tools on the path, and write benchmarks/RESULTS.md
	python -m benchmarks.compare
