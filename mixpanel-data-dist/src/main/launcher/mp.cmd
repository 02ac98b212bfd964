@echo off
rem mp, unpacked, on Windows: runs the jars in lib, on the runtime beside them where there is one.
rem MP_JAVA_OPTS adds options of the JVM. JAVA_HOME is used before the PATH.
rem mp_mcp.cmd, the MCP server, is run by this script too; it says so with MP_PROGRAM.
setlocal EnableExtensions DisableDelayedExpansion

set "mp_main=dev.mixpaneldata.cli.Mp"
set "mp_work=mp"
if "%MP_PROGRAM%"=="mp_mcp" set "mp_main=dev.mixpaneldata.mcp.McpServerMain"
if "%MP_PROGRAM%"=="mp_mcp" set "mp_work=mp_mcp"
if "%~1"=="mcp" set "mp_work=mp_mcp"
set "MP_PROGRAM="

for %%H in ("%~dp0..") do set "mp_home=%%~fH"
set "mp_java="
if exist "%mp_home%\runtime\bin\java.exe" set "mp_java=%mp_home%\runtime"
if not defined mp_java if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "mp_java=%JAVA_HOME%"
if not defined mp_java for %%J in (java.exe) do for %%B in ("%%~dp$PATH:J..") do if exist "%%~fB\bin\java.exe" set "mp_java=%%~fB"
if not defined mp_java goto nojava

rem The version, from the file beside it. A Java without that file is tried as it is.
set "mp_version="
if exist "%mp_java%\release" for /f "usebackq tokens=1,2 delims==" %%K in ("%mp_java%\release") do if "%%K"=="JAVA_VERSION" set "mp_version=%%~L"
set "mp_major="
for /f "tokens=1 delims=.+-" %%M in ("%mp_version%") do set "mp_major=%%M"
if defined mp_major if %mp_major% LSS 17 goto nojava

set "mp_options=-XX:+UseSerialGC -XX:-UsePerfData -Xshare:auto -Xlog:disable"
if defined mp_major if %mp_major% GEQ 22 set "mp_options=%mp_options% --enable-native-access=ALL-UNNAMED"
set "mp_speed=-XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=3"
if "%~1"=="fetch" set "mp_speed=-Xmx192m -XX:CompileThresholdScaling=4"
if "%~1"=="sync" set "mp_speed=-Xmx192m -XX:CompileThresholdScaling=4"
if "%~1"=="demo" set "mp_speed=-Xmx192m -XX:CompileThresholdScaling=4"
if "%~1"=="ui" set "mp_speed=-Xmx192m -XX:CompileThresholdScaling=4"
if "%mp_work%"=="mp_mcp" set "mp_speed=-Xmx256m"

rem Class data of the most common commands, made by the first start. Only ever a help.
set "mp_training=dev.mixpaneldata.cli.launch.CommandTraining"
if "%mp_work%"=="mp_mcp" set "mp_training=dev.mixpaneldata.mcp.launch.ServerTraining"
if not defined LOCALAPPDATA goto run
if not defined mp_version goto run
set "mp_folder=%LOCALAPPDATA%\mixpanel-data\@version@"
set "mp_cds=%mp_folder%\classes-%mp_work%-%mp_version%.jsa"
if exist "%mp_cds%" goto shared
if not exist "%mp_folder%" mkdir "%mp_folder%" 2>nul
set "mp_part=%mp_cds%.%RANDOM%"
"%mp_java%\bin\java.exe" %mp_options% "-XX:ArchiveClassesAtExit=%mp_part%" -cp "%mp_home%\lib\*" %mp_training% <nul >nul 2>nul
if not errorlevel 1 if exist "%mp_part%" move /y "%mp_part%" "%mp_cds%" >nul 2>nul
if exist "%mp_part%" del "%mp_part%" >nul 2>nul
if not exist "%mp_cds%" goto run
:shared
set mp_options=%mp_options% "-XX:SharedArchiveFile=%mp_cds%"

:run
"%mp_java%\bin\java.exe" %mp_options% %mp_speed% %MP_JAVA_OPTS% -cp "%mp_home%\lib\*" %mp_main% %*
exit /b %ERRORLEVEL%

:nojava
echo Error [CONFIG_INVALID]: mp needs Java 17 or newer, and neither JAVA_HOME nor the PATH has it.>&2
echo Hint: Install a JDK from https://adoptium.net, or set JAVA_HOME.>&2
exit /b 1
