# The libraries outside the project, each behind an interface target sk_<name>.
# A missing one ends the configuration with the name of its Debian package. docs/dependencies.md says what each is for.

find_package(Threads REQUIRED)
find_package(PkgConfig)
if(NOT PkgConfig_FOUND)
  message(FATAL_ERROR "pkg-config is missing. On Debian: apt-get install pkg-config")
endif()

# sk_pkg_config(NAME DEBIAN_PACKAGE MODULE...)
function(sk_pkg_config name debian)
  string(TOUPPER SK_${name} prefix)
  pkg_check_modules(${prefix} QUIET IMPORTED_TARGET ${ARGN})
  if(NOT ${prefix}_FOUND)
    message(FATAL_ERROR "${name} is missing (pkg-config: ${ARGN}). On Debian: apt-get install ${debian}")
  endif()
  add_library(sk_${name} INTERFACE)
  target_link_libraries(sk_${name} INTERFACE PkgConfig::${prefix})
endfunction()

sk_pkg_config(urcu     liburcu-dev    liburcu-qsbr liburcu-cds)
sk_pkg_config(gmp      libgmp-dev     gmp)
sk_pkg_config(utf8proc libutf8proc-dev libutf8proc)
sk_pkg_config(libedit  libedit-dev    libedit)

# mimalloc brings its own CMake package; Debian has no .pc file for it. Sanitizer builds go without.
add_library(sk_mimalloc INTERFACE)
if(NOT SKEIN_SANITIZE)
  find_package(mimalloc QUIET)
  if(mimalloc_FOUND)
    target_link_libraries(sk_mimalloc INTERFACE mimalloc)
  else()
    pkg_check_modules(MIMALLOC QUIET IMPORTED_TARGET mimalloc)
    if(NOT MIMALLOC_FOUND)
      message(FATAL_ERROR "mimalloc is missing. On Debian: apt-get install libmimalloc-dev")
    endif()
    target_link_libraries(sk_mimalloc INTERFACE PkgConfig::MIMALLOC)
  endif()
endif()
