# make          the site in public
# make check    what is wrong with the guide
# make test     everything that must pass, with what it needs
# make audit    what needs Node or Java: search in Firefox, axe on every page, Nu HTML
#               checker, Lighthouse; installs its tools
# make bench    how fast the build is, beside the floor and Hugo where they are; what
#               search costs, and how well it finds beside Pagefind where npm is; how
#               long an author waits for a saved page, and many editions beside one
# make fuzz     the fuzz tests, a minute each, and uploads in every order

.PHONY: build check test audit bench fuzz browser

build:
	go run ./generator build

check:
	go run ./generator check

test: browser
	test -z "$$(gofmt -l generator)" || { gofmt -l generator; echo "these files aren't formatted: gofmt -w generator"; exit 1; }
	go vet ./...
	GOOS=darwin go vet ./...
	GOOS=windows go vet ./...
	go mod tidy -diff
	BROWSER_TESTS=required go test -timeout 30m ./...
	go run ./generator check

# Installs Chromium where that can be done without asking, else says how.
browser:
	@.ci/browser

audit:
	@.ci/audit/run

bench:
	@.ci/bench

fuzz:
	go test -run '^$$' -fuzz FuzzTokens -fuzztime 60s ./generator/language
	go test -run '^$$' -fuzz FuzzATextIsOneLine -fuzztime 60s ./generator/search
	go test -run '^$$' -fuzz FuzzNumbers -fuzztime 60s ./generator/search
	go test -run '^$$' -fuzz FuzzNearest -fuzztime 60s ./generator/colour
	go test -run '^$$' -fuzz FuzzFrontMatter -fuzztime 60s ./generator/content
	go test -run '^$$' -fuzz FuzzNoWordOfTheReader -fuzztime 60s ./generator/content
	go test -run '^$$' -fuzz FuzzATextThatTOMLTakes -fuzztime 60s ./generator/content
	go test -run '^$$' -fuzz FuzzRender -fuzztime 60s ./generator/content/markdown
	UPLOADS=all BROWSER_TESTS=required go test -count 1 -run TestVisitsDuringAnUpload ./generator/browser
