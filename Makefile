# What one types while working on mapgen. The tools are those of the environment in .venv, where there is one.
export PATH := $(CURDIR)/.venv/bin:$(PATH)

LOCK := -q --upgrade --universal --python-version 3.11 --generate-hashes --no-annotate --custom-compile-command "make lock" \
	pyproject.toml --extra png --extra pdf

.PHONY: check lock fix accept regen bench fonts

check: ## all that has to hold before a change is shared
	.ci/check
	pytest -q

lock: ## choose the versions of the development tools and dependencies anew; needs uv
	uv pip compile $(LOCK) --group dev -o requirements/dev.txt
	uv pip compile $(LOCK) --group dev --group browser --group hooks -c requirements/dev.txt -o requirements/ci.txt

fix: ## what a tool can mend by itself
	ruff check --fix
	ruff format

accept: ## write the expected outputs anew; `git diff` reviews them
	pytest -q --accept

regen: ## make the maps of the examples anew
	mapgen build

fonts: ## take the fonts in mapgen/_fonts from Inter again
	python -m fonts.make

bench: ## what a start, a large map, a page and a save cost
	python benchmarks/bench.py
	python -m benchmarks.page
	python -m benchmarks.preview
