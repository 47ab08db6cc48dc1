# usage: complete.zsh SCRIPT LINE...: what an interactive zsh makes of each LINE when Tab is pressed behind it.
zmodload zsh/zpty
script=$1
shift
line=$(mktemp)
zpty shell zsh -f -i
zpty -w shell "PS1= RPS1=; autoload -U compinit; compinit -u -D; source ${(q)script}; show() { print -r -- \$BUFFER >$line; BUFFER= }"
zpty -w shell "zle -N show; bindkey '^X' show; setopt no_list_beep no_auto_remove_slash; print rea''dy"
zpty -r -m shell output '*ready*'
for typed; do
  : >$line
  zpty -w -n shell "$typed"$'\t'$'\x18'
  for ((i = 0; i < 300; ++i)); do
    [[ -s $line ]] && break
    sleep 0.1
  done
  cat $line
done
rm -f $line
zpty -d shell
