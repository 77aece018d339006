# sk_layer(NAME [LIBRARY...]): the folder NAME as the static library skein_NAME, which sees the layer declared before it
# (and through it all to the left). A folder without sources passes its left neighbours on.

define_property(GLOBAL PROPERTY SKEIN_LAYERS BRIEF_DOCS "Names of the layers, left to right")

function(sk_layer name)
  get_property(left GLOBAL PROPERTY SKEIN_LAYERS)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${name}/*.c)
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
