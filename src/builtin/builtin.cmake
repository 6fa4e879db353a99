# The default program: a host tool compiles data/ and rules/ into one image, the assembler embeds its bytes.
if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/builtin/make_main.cpp)
    add_executable(incilint-make-builtin builtin/make_main.cpp builtin/make.cpp)
    target_include_directories(incilint-make-builtin PRIVATE ${INCILINT_ROOTS}/builtin)
    target_link_libraries(incilint-make-builtin PRIVATE incilint_match incilint_lexicon incilint_label incilint_rules)
    file(GLOB builtin_inputs CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/data/*.tsv ${CMAKE_SOURCE_DIR}/rules/*.yaml)
    set(builtin_image ${CMAKE_CURRENT_BINARY_DIR}/builtin.image)
    add_custom_command(
        OUTPUT ${builtin_image}
        COMMAND incilint-make-builtin ${CMAKE_SOURCE_DIR}/data ${CMAKE_SOURCE_DIR}/rules ${builtin_image}
        DEPENDS incilint-make-builtin ${builtin_inputs}
        COMMENT "Compiling the default rules and the dictionary"
        VERBATIM)
    file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/builtin.S @ONLY CONTENT "\
    .section .rodata\n\
    .balign 64\n\
    .globl incilint_builtin_begin\n\
incilint_builtin_begin:\n\
    .incbin \"${builtin_image}\"\n\
    .globl incilint_builtin_end\n\
incilint_builtin_end:\n\
    .byte 0\n\
    .section .note.GNU-stack,\"\",%progbits\n")
    set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/builtin.S PROPERTIES OBJECT_DEPENDS ${builtin_image})
    target_sources(incilint_builtin PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/builtin.S)
endif()
