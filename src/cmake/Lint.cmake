# The target `lint`: clang-format over all C++ of the tree, and clang-tidy over src/. What passed is not looked at again until it
# changes: a folder for its shape, a file for the rest when its object was made anew, so that a changed header counts too.
#
# Version 14 (Debian 12) of both, as others break lines elsewhere and know other checks. Without them the target fails and says so.
# `build.sh` does not install them: what it builds and tests is right or wrong whatever its shape, and on another Debian the shape that
# another version wants would fail it.

if(CMAKE_SCRIPT_MODE_FILE)
  # cmake -Dstamp=FILE -P Lint.cmake -- command...: says nothing of a command that finds nothing.
  set(command "")
  math(EXPR last "${CMAKE_ARGC} - 1")
  foreach(i RANGE 1 ${last})
    if(DEFINED rest)
      list(APPEND command "${CMAKE_ARGV${i}}")
    elseif("${CMAKE_ARGV${i}}" STREQUAL "--")
      set(rest TRUE)
    endif()
  endforeach()
  execute_process(COMMAND ${command} RESULT_VARIABLE status OUTPUT_VARIABLE said ERROR_VARIABLE said)
  if(NOT status EQUAL 0)
    message("${said}")
    message(FATAL_ERROR "lint: ${status}")
  endif()
  file(TOUCH "${stamp}")
  return()
endif()

set(lint_version 14)
set(lint_lacks "")
foreach(tool clang-format clang-tidy)
  string(REPLACE - _ name "${tool}")
  string(TOUPPER "DOSSIER_${name}" variable)
  find_program(${variable} NAMES ${tool}-${lint_version} ${tool} DOC "For the target lint")
  set(said "")
  if(${variable})
    execute_process(COMMAND "${${variable}}" --version OUTPUT_VARIABLE said ERROR_VARIABLE said)
  endif()
  if(NOT said MATCHES "version ${lint_version}\\.")
    list(APPEND lint_lacks ${tool})
  endif()
endforeach()

if(lint_lacks)
  list(JOIN lint_lacks " and " lint_lacks)
  add_custom_target(lint VERBATIM
    COMMAND "${CMAKE_COMMAND}" -E echo
      "lint: found no ${lint_lacks} ${lint_version}; install clang-format and clang-tidy of Debian 12 and configure again"
    COMMAND "${CMAKE_COMMAND}" -E false)
  return()
endif()

set(lint_this "${CMAKE_CURRENT_LIST_FILE}")
set(lint_stamps "${CMAKE_BINARY_DIR}/lint")
set(lint_done "")

# lint_step(NAME comment DEPENDS files... COMMAND command...)
function(lint_step name comment)
  cmake_parse_arguments(PARSE_ARGV 2 step "" "" "DEPENDS;COMMAND")
  set(stamp "${lint_stamps}/${name}")
  add_custom_command(OUTPUT "${stamp}" VERBATIM COMMENT "${comment}" DEPENDS "${lint_this}" ${step_DEPENDS}
    COMMAND "${CMAKE_COMMAND}" "-Dstamp=${stamp}" -P "${lint_this}" -- ${step_COMMAND})
  set(lint_done ${lint_done} "${stamp}" PARENT_SCOPE)
endfunction()

# ---- shape ----

file(GLOB_RECURSE lint_files RELATIVE "${CMAKE_SOURCE_DIR}" CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/src/*.[ch]pp" "${CMAKE_SOURCE_DIR}/tests/*.[ch]pp")
list(FILTER lint_files EXCLUDE REGEX "/node_modules/")
set(lint_folders "")
foreach(file IN LISTS lint_files)
  string(REGEX MATCH "^(tests/unit/[a-z_]+|[a-z]+/[a-z]+)" folder "${file}")
  string(MAKE_C_IDENTIFIER "${folder}" folder)
  list(APPEND lint_folders ${folder})
  list(APPEND lint_in_${folder} "${CMAKE_SOURCE_DIR}/${file}")
endforeach()
list(REMOVE_DUPLICATES lint_folders)
foreach(folder IN LISTS lint_folders)
  lint_step(format-${folder} "clang-format ${folder}" DEPENDS "${CMAKE_SOURCE_DIR}/.clang-format" ${lint_in_${folder}}
    COMMAND "${DOSSIER_CLANG_FORMAT}" --dry-run -Werror ${lint_in_${folder}})
endforeach()

# ---- what is said ----

# lint_tidy(targets...): every source of them that a person wrote.
function(lint_tidy)
  foreach(target IN LISTS ARGN)
    get_target_property(kind ${target} TYPE)
    if(NOT kind MATCHES "^(STATIC_LIBRARY|OBJECT_LIBRARY|EXECUTABLE)$")
      continue()
    endif()
    get_target_property(sources ${target} SOURCES)
    get_target_property(folder ${target} SOURCE_DIR)
    foreach(source IN LISTS sources)
      if(NOT source MATCHES "\\.cpp$" OR IS_ABSOLUTE "${source}")
        continue()
      endif()
      string(REGEX REPLACE "([.+])" "\\\\\\1" pattern "/${source}.")
      string(MAKE_C_IDENTIFIER "${target}/${source}" name)
      file(RELATIVE_PATH shown "${CMAKE_SOURCE_DIR}" "${folder}/${source}")
      lint_step(tidy-${name} "clang-tidy ${shown}"
        DEPENDS "${CMAKE_SOURCE_DIR}/.clang-tidy" $<FILTER:$<TARGET_OBJECTS:${target}>,INCLUDE,${pattern}>
        COMMAND "${DOSSIER_CLANG_TIDY}" --quiet -p "${CMAKE_BINARY_DIR}" "${folder}/${source}")
    endforeach()
  endforeach()
  set(lint_done ${lint_done} PARENT_SCOPE)
endfunction()

get_property(lint_rooms DIRECTORY "${CMAKE_SOURCE_DIR}/src" PROPERTY SUBDIRECTORIES)
foreach(room IN LISTS lint_rooms)
  get_property(targets DIRECTORY "${room}" PROPERTY BUILDSYSTEM_TARGETS)
  lint_tidy(${targets})
endforeach()

file(MAKE_DIRECTORY "${lint_stamps}")
add_custom_target(lint DEPENDS ${lint_done})
