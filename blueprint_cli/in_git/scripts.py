"""The lines of shell that git runs for blueprints: they ask `bp`, and do without it if they must.

git stops where a driver fails (`git diff` dies, a merge keeps one side and says nothing), so these
never fail: whatever `bp` cannot do, be it missing, broken or old, git's own programs do. They are
read by the `sh` of Linux, macOS and Git for Windows.
"""

DIFF = r"""f() {
if [ "$GIT_EXTERNAL_DIFF" = git-difftool--helper ]; then git-difftool--helper "$@"; return; fi
if [ $# -lt 7 ]; then printf '* Unmerged path %s\n' "$1"; return 0; fi
if grep -q blueprint -- "$2" "$5" 2>/dev/null; then
  if command -v bp >/dev/null 2>&1; then bp git driver diff "$@" && return 0
  else printf 'bp is not found, so git compares lines: %s\n' "$1" >&2; fi
fi
a="a/$1"; b="b/${8:-$1}"; c=never
if [ -t 1 ] || [ -n "$GIT_PAGER_IN_USE" ]; then
  [ "$(git config --get-colorbool color.diff true)" = true ] && c=always
fi
printf 'diff --git %s %s\n' "$a" "$b"
if [ "$4" = . ]; then printf 'new file mode %s\n' "$7"; a=/dev/null
elif [ "$7" = . ]; then printf 'deleted file mode %s\n' "$4"; b=/dev/null
elif [ "$4" != "$7" ]; then printf 'old mode %s\nnew mode %s\n' "$4" "$7"; fi
[ -z "$9" ] || printf '%s\n' "$9"
x=$(git config diff.blueprint.xfuncname) || x='^[A-Za-z]'
d=$(git -c diff.default.xfuncname="$x" --no-pager diff --no-index --no-ext-diff \
  --no-textconv --color=$c -- "$2" "$5" 2>/dev/null |
  sed -n -e '/@@ -[0-9]/,$p' -e 's/^Binary files .*/Binary files differ/p')
case "$d" in
'') ;;
Binary*) printf '%s\n' "$d" ;;
*) printf '%s\n' "--- $a" "+++ $b" "$d" ;;
esac
return 0
}; f"""
"""What git runs to show how a file differs; it adds the seven or nine words that it documents.

`git difftool` is an external diff, too, and would never be asked where a driver is set.
"""

MERGE = r"""f() {
[ "$7" = "%%X" ] && set -- "$1" "$2" "$3" "$4" "$5" base ours theirs
m() { git merge-file --marker-size="$4" -L "$7" -L "$6" -L "$8" $9 "$2" "$1" "$3"; }
if grep -q blueprint -- "$2" 2>/dev/null && command -v bp >/dev/null 2>&1; then
  { m "$@" '-p --diff3'; s=$?; echo; echo $s; } | bp git driver merge "$@"; s=$?
  [ $s -lt 2 ] && return $s
fi
m "$@" && return 0
return 1
}; f %O %A %B %L %P %S %X %Y"""
"""What git runs to merge a file; releases before 2.44 do not know the last three, the names."""

TOOL = "git-difftool--helper"
"""What git runs for `git difftool`; a driver of somebody else would keep it from being asked."""

PAGE = 'bp git driver page "$LOCAL" "$REMOTE" "$MERGED"'
"""What `git difftool` runs."""
