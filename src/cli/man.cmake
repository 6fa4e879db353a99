# Puts the options of all commands, as the program itself prints them, into the manual page.
# cmake -D PAGE=incilint.1 -D PROGRAM=incilint -D OUT=FILE -P man.cmake
execute_process(COMMAND ${PROGRAM} completion man OUTPUT_VARIABLE options RESULT_VARIABLE failed)
file(READ ${PAGE} page)
string(REPLACE ".\\\" The build puts what `incilint completion man` prints here.\n" "${options}" whole "${page}")
if(failed OR whole STREQUAL page)
    message(FATAL_ERROR "the manual page has no place for the options, or the program printed none")
endif()
file(WRITE ${OUT} "${whole}")
