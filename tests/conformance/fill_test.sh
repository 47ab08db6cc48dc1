#!/bin/sh
# fill_test.sh FORM_TOOL CONFORMANCE_TOOL FORM.xhtml WORK_DIR
# A form filled with pdftk keeps to the rules and holds what was typed.
set -eu
form_tool=$1 check=$2 form=$3 work=$4
mkdir -p "$work"
"$form_tool" "$form" "$work/leeg.pdf"
cat > "$work/waarden.fdf" <<'FDF'
%FDF-1.2
1 0 obj
<</FDF<</Fields[
<</T(kandidaat)/V<FEFF0141 0075006B00610073007A002000440076006F015900E1006B>>>
<</T(beoordelaar-1)/V<FEFF0049006F006E0075021B00202022>>>
<</T(groep)/V<FEFF005A006F00EB002000DC006E0061006C>>>
<</T(B1-K1-W1-G1)/V/goed>>
<</T(besproken)/V/ja>>
<</T(B1-K1-W1-G1-motivering)/V(Deed het zelfstandig en goed, met vragen aan de klant en een nette samenvatting achteraf; de manier van werken en de planning klopte.)>>
]>>>>
endobj
trailer
<</Root 1 0 R>>
%%EOF
FDF
pdftk "$work/leeg.pdf" fill_form "$work/waarden.fdf" output "$work/vol.pdf"
"$(dirname "$0")/check_filled.sh" "$check" "$work/leeg.pdf" "$work/vol.pdf"
# A letter that the font of the fields lacks shows as a question mark: it does not vanish.
pdftotext -f 1 -l 1 "$work/vol.pdf" - | grep -q 'Ionu? •' || { echo "not in the filled form: Ionu? •"; exit 1; }
# Each letter of names, typed, is shown as typed or as a question mark.
"$(dirname "$0")/fill_letters.py" "$work/leeg.pdf" "$work"
