# usage: complete.bash SCRIPT LINE: what bash would offer for the last word of LINE.
source "$1"
IFS=' ' read -r -a COMP_WORDS <<<"${2//=/ = }"
[[ $2 != *' ' ]] || COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
complete -p dossier >/dev/null || exit 1
_dossier dossier
[ "${#COMPREPLY[@]}" = 0 ] || printf '%s\n' "${COMPREPLY[@]}"
