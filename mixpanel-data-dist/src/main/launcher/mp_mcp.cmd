@echo off
rem The MCP server, unpacked, on Windows. mp.cmd does the work.
setlocal
set "MP_PROGRAM=mp_mcp"
call "%~dp0mp.cmd" %*
exit /b %ERRORLEVEL%
