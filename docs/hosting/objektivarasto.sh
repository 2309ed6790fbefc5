#!/bin/sh
# Vie oppaan objektivarastoon, joka ymmärtää S3:n komennot (aws):
#
#   sh objektivarasto.sh public s3://opas
#
# Varastosta sivusto tulee kerran annetulla komennolla:
#
#   aws s3 website s3://opas --index-document index.html --error-document 404.html
set -eu
from=$1 to=$2

# put vie tiedostot, joiden nimissä on lopussa $1, lajina $2. Tiedosto, jonka
# nimessä on sen sisällön tunnus, ei muutu koskaan: ne viedään ensin, jotta
# sivuilla on kaikki, mitä ne tarvitsevat. Muut selain kysyy joka kerta.
put() {
	aws s3 cp "$from" "$to" --recursive --exclude '*' --include "assets/*$1" --include "search/*/*-??????????$1" \
		--content-type "$2" --cache-control 'public, max-age=31536000, immutable'
}
rest() {
	aws s3 cp "$from" "$to" --recursive --exclude '*' --include "*$1" --exclude 'assets/*' --exclude "search/*/*-??????????$1" --exclude '.sparrausopas' --exclude '.nojekyll' \
		--content-type "$2" --cache-control no-cache
}

for act in put rest; do
	$act .css 'text/css; charset=utf-8'
	$act .js 'text/javascript; charset=utf-8'
	$act .svg image/svg+xml
	$act .png image/png
	$act .woff2 font/woff2
	$act .txt 'text/plain; charset=utf-8'
done
rest .json application/json
rest .xml application/xml
rest .webmanifest application/manifest+json
rest .html 'text/html; charset=utf-8'

# Kaikki muu, kuten liitteet: niiden lajin aws tietää nimestä. Samalla poistuu
# se, mitä oppaassa ei enää ole.
aws s3 sync "$from" "$to" --delete --exclude '.sparrausopas' --exclude '.nojekyll' --cache-control no-cache
