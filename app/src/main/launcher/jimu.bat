@echo off
setlocal
set "home=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" ${jimu.jvm.options} "-Djimu.samples=%home%\samples" %JAVA_OPTS% -jar "%home%\lib\${project.build.finalName}.jar" %*
