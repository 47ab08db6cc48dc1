# cmake -Dout=FILE -Dprogram=PROGRAM -Darguments=A;B -P ProgramText.cmake: what the program prints, in a file.
execute_process(COMMAND "${program}" ${arguments} OUTPUT_FILE "${out}.new" COMMAND_ERROR_IS_FATAL ANY)
file(RENAME "${out}.new" "${out}")
