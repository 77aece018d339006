# Compiler flags that every target of the project shares.

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()
set(CMAKE_C_STANDARD 11)
set(CMAKE_C_STANDARD_REQUIRED ON)
set(CMAKE_C_EXTENSIONS ON)
set(CMAKE_C_FLAGS_DEBUG "-Og -g")
set(CMAKE_C_FLAGS_RELWITHDEBINFO "-O2 -g -DNDEBUG")
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(SKEIN_CCACHE ccache)
if(SKEIN_CCACHE AND NOT CMAKE_C_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER ${SKEIN_CCACHE})
endif()

include_directories(${CMAKE_SOURCE_DIR})
add_compile_options(-Wall -Wextra -Werror -fno-strict-aliasing -fwrapv -fno-plt -pthread)
add_compile_definitions(_GNU_SOURCE)
add_link_options(-pthread)

if(CMAKE_C_COMPILER_ID STREQUAL "GNU" AND (CMAKE_BUILD_TYPE STREQUAL "Debug" OR SKEIN_SANITIZE))
  add_compile_options(-Wno-maybe-uninitialized) # gcc 12 cries wolf below -O2; the release build keeps it on
endif()

# A program at a fixed address starts sooner (no relocations of its tables) and runs faster; the sanitizers want it movable.
if(NOT SKEIN_SANITIZE)
  set(CMAKE_POSITION_INDEPENDENT_CODE OFF)
  add_compile_options($<$<NOT:$<BOOL:$<TARGET_PROPERTY:POSITION_INDEPENDENT_CODE>>>:-fno-pie>)
  set(CMAKE_EXE_LINKER_FLAGS "${CMAKE_EXE_LINKER_FLAGS} -no-pie")
endif()

if(SKEIN_GIL)
  add_compile_definitions(SKEIN_GIL=1)
endif()
if(SKEIN_DEBUG)
  add_compile_definitions(SK_DEBUG=1)
endif()
if(SKEIN_GCSTRESS)
  add_compile_definitions(SK_GCSTRESS=1)
endif()
if(SKEIN_SANITIZE)
  # mimalloc's blocks would hide errors from the sanitizers, hence plain malloc.
  add_compile_definitions(SK_PLAIN_MALLOC=1)
  add_compile_options(-O1 -fsanitize=${SKEIN_SANITIZE} -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${SKEIN_SANITIZE})
  if(SKEIN_SANITIZE MATCHES "undefined")
    add_compile_options(-fno-sanitize-recover=undefined)
  endif()
else()
  # Not there: what a program calls of libcrypt the sanitizers' runtimes define, and so the library would be left out.
  add_link_options(-Wl,--as-needed)
endif()
