@echo off
rem Drop assessments, workbooks or a folder on this file: the report is put beside the first of them, and opened.
setlocal
if "%~1"=="" (
  echo Drop assessments, workbooks or a folder on this file.
  pause
  exit /b 2
)
rem One file becomes a page; a folder, or several files, a folder of pages that is not there yet.
set "report=%~dpn1.html"
set "page=%report%"
if not "%~2"=="" goto folder
set "kind=%~a1"
if /i "%kind:~0,1%"=="d" goto folder
if /i "%~x1"==".json" goto grade
if /i "%~x1"==".xlsx" goto grade
:folder
set "number=1"
:next
set "report=%~dpn1-report"
if not "%number%"=="1" set "report=%~dpn1-report-%number%"
set /a number+=1
if exist "%report%" goto next
set "page=%report%\index.html"
:grade
"%~dp0tbsc94.exe" grade --format html -o "%report%" %*
set "code=%errorlevel%"
if exist "%page%" start "" "%page%"
if not "%code%"=="0" pause
exit /b %code%
