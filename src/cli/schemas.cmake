# The JSON Schemas of rules/schema and of the rooms become strings of the command library, because at run time no file is read.
file(GLOB schema_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/rules/schema/*.json
     ${CMAKE_CURRENT_SOURCE_DIR}/report/schema/*.json ${CMAKE_CURRENT_SOURCE_DIR}/policy/schema/*.json)
set(schema_rows "")
foreach(schema_file IN LISTS schema_files)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${schema_file})
    get_filename_component(schema_name ${schema_file} NAME_WE)
    file(READ ${schema_file} schema_text)
    string(APPEND schema_rows "    {\"${schema_name}\", R\"schema(${schema_text})schema\"},\n")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/schemas.cpp @ONLY CONTENT [==[
#include "cli/schemas.h"

std::vector<incilint::cli::Schema> incilint::cli::schemas() {
    return {
@schema_rows@    };
}
]==])
target_sources(incilint_cli PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/schemas.cpp)
