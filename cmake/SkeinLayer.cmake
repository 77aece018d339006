# sk_layer(NAME [LIBRARY...]): the folder NAME as the static library skein_NAME, which sees the layer declared before it
# (and through it all to the left). A folder without sources passes its left neighbours on.

define_property(GLOBAL PROPERTY SKEIN_LAYERS BRIEF_DOCS "Names of the layers, left to right")

function(sk_layer name)
  get_property(left GLOBAL PROPERTY SKEIN_LAYERS)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${name}/*.c)
  list(FILTER sources EXCLUDE REGEX /dynamic/)
  if(sources)
    add_library(skein_${name} STATIC ${sources})
    set(scope PUBLIC)
  else()
    add_library(skein_${name} INTERFACE)
    set(scope INTERFACE)
  endif()
  if(left)
    list(GET left -1 neighbour)
    target_link_libraries(skein_${name} ${scope} skein_${neighbour})
  endif()
  target_link_libraries(skein_${name} ${scope} ${ARGN})
  set_property(GLOBAL APPEND PROPERTY SKEIN_LAYERS ${name})
endfunction()

# sk_dynamic(NAME LIBRARY...): the folder modules/dynamic/NAME as the shared object lib/skein/NAME.so, which uses the symbols of
# the program that loads it. The runtime's thread-local variables are the program's own, hence the model.
function(sk_dynamic name)
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/modules/dynamic/${name}/*.c)
  add_library(dynamic_${name} MODULE ${sources})
  target_compile_options(dynamic_${name} PRIVATE -fvisibility=hidden -ftls-model=initial-exec)
  target_include_directories(dynamic_${name} PRIVATE $<TARGET_PROPERTY:skein_modules,INTERFACE_INCLUDE_DIRECTORIES>)
  target_compile_definitions(dynamic_${name} PRIVATE $<TARGET_PROPERTY:skein_modules,INTERFACE_COMPILE_DEFINITIONS>)
  target_link_libraries(dynamic_${name} PRIVATE ${ARGN})
  set_target_properties(dynamic_${name} PROPERTIES PREFIX "" OUTPUT_NAME ${name}
    POSITION_INDEPENDENT_CODE ON LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/lib/skein)
  install(TARGETS dynamic_${name} LIBRARY DESTINATION lib/skein)
  if(TARGET skein)
    add_dependencies(skein dynamic_${name})
  endif()
endfunction()
