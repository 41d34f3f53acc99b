@echo off
rem Drop assessments, workbooks or a folder on this file: the report is put beside the first of them, and opened.
setlocal DisableDelayedExpansion
set "program=%~dp0tbsc94.exe"
set "dropped="
set "first=%~1"
set "more=%~2"
set "leave=exit /b"
rem Of what is dropped Explorer quotes but names with blanks: "a&b^c.json" comes whole in cmd's own command line alone.
rem There a quote is read as a question mark, which no name has, and what cmd takes for further commands is left out.
setlocal EnableDelayedExpansion
set "line=!cmdcmdline:*%~nx0=!"
set "marked=!line:"=?!"
if not "!marked:~0,2!!marked:~-1!"=="? ?" goto known
set "dropped=!line:~2,-1!"
set "marked=!marked:~2,-1!"
set "leave=exit"
set "blank= "
if "!marked:~0,1!"=="?" set "blank=?"
set "first="
for /f "tokens=1* delims=%blank%" %%f in ("!marked!") do (
  setlocal DisableDelayedExpansion
  set "first=%%f"
  set "more=%%g"
)
:known
setlocal DisableDelayedExpansion
if not defined first (
  echo Drop assessments, workbooks or a folder on this file.
  pause
  %leave% 2
)

rem One file becomes a page; a folder, or several files, a folder of pages that is not there yet.
for %%f in ("%first%") do (
  set "base=%%~dpnf"
  set "ending=%%~xf"
  set "kind=%%~af"
)
set "report=%base%.html"
set "page=%report%"
if defined more goto folder
if /i "%kind:~0,1%"=="d" goto folder
if /i "%ending%"==".json" goto grade
if /i "%ending%"==".xlsx" goto grade
:folder
set "number=1"
:next
set "report=%base%-report"
if not "%number%"=="1" set "report=%base%-report-%number%"
set /a number+=1
if exist "%report%" goto next
set "page=%report%\index.html"
:grade
if defined dropped goto dropped
"%program%" grade --format html -o "%report%" %*
goto graded
:dropped
setlocal EnableDelayedExpansion
"!program!" grade --format html -o "!report!" !dropped!
setlocal DisableDelayedExpansion
:graded
set "code=%errorlevel%"
if exist "%page%" start "" "%page%"
if not "%code%"=="0" pause
%leave% %code%
