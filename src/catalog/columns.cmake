# The header names of data/columns.tsv become a string of the catalog library, because at run time no file is read.
set(columns_table ${CMAKE_SOURCE_DIR}/data/columns.tsv)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${columns_table})
file(READ ${columns_table} columns_text)
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/columns_table.cpp @ONLY CONTENT [==[
#include "catalog/columns.h"

std::string_view incilint::catalog::columns_table() {
    return R"columns(@columns_text@)columns";
}
]==])
target_sources(incilint_catalog PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/columns_table.cpp)
