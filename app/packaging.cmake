# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed, and the two Debian packages that `cpack -G DEB` makes of it: the engine needs no
# library of windows, so a server gets none.
include(GNUInstallDirs)
set(resources ${PROJECT_SOURCE_DIR}/resources)

install(TARGETS tieout COMPONENT console)
install(TARGETS tieoutd COMPONENT engine)

# As Debian wants its documents: compressed without a name or a time within.
function(tieout_install_gzip file destination component)
    get_filename_component(name ${file} NAME)
    set(packed ${CMAKE_CURRENT_BINARY_DIR}/${component}/${name}.gz)
    add_custom_command(OUTPUT ${packed}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/${component}
        COMMAND gzip -9nc ${file} > ${packed}
        DEPENDS ${file} VERBATIM)
    add_custom_target(${component}-${name} ALL DEPENDS ${packed})
    install(FILES ${packed} DESTINATION ${destination} COMPONENT ${component})
endfunction()

foreach(pair console:tieout engine:tieoutd)
    string(REPLACE ":" ";" pair ${pair})
    list(GET pair 0 component)
    list(GET pair 1 program)
    set(documents ${CMAKE_INSTALL_DATADIR}/doc/${program})
    tieout_install_gzip(${resources}/man/${program}.1 ${CMAKE_INSTALL_MANDIR}/man1 ${component})
    tieout_install_gzip(${PROJECT_SOURCE_DIR}/CHANGELOG.md ${documents} ${component})
    install(FILES ${resources}/desktop/copyright DESTINATION ${documents} COMPONENT ${component})
endforeach()

install(FILES ${resources}/config/example.toml RENAME tieout.toml
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/tieoutd/examples COMPONENT engine)
install(FILES ${resources}/systemd/tieoutd.service DESTINATION lib/systemd/system COMPONENT engine)

install(FILES ${resources}/desktop/tieout.desktop
    DESTINATION ${CMAKE_INSTALL_DATADIR}/applications COMPONENT console)
install(FILES ${resources}/desktop/tieout.metainfo.xml
    DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo COMPONENT console)
set(icons ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
install(FILES ${resources}/desktop/tieout.svg DESTINATION ${icons}/scalable/apps COMPONENT console)
foreach(size 16 24 32 48 64 128 256)
    set(drawn ${CMAKE_CURRENT_BINARY_DIR}/icon-${size}.png)
    add_custom_command(OUTPUT ${drawn}
        COMMAND drawicon ${resources}/desktop/tieout.svg ${size} ${drawn}
        DEPENDS ${resources}/desktop/tieout.svg VERBATIM)
    list(APPEND drawings ${drawn})
    install(FILES ${drawn} RENAME tieout.png DESTINATION ${icons}/${size}x${size}/apps
        COMPONENT console)
endforeach()
add_custom_target(icons ALL DEPENDS ${drawings})

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME tieout)
set(CPACK_PACKAGE_CONTACT "The authors of Tieout")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_COMPONENTS_ALL console engine)
set(CPACK_DEB_COMPONENT_INSTALL ON)
# The first line stands for all in lists; the others are at most 79 columns wide.
set(about "Tieout watches stablecoin payments on real chains, decides what each of them
is worth, and proves that chain, orders and books agree. It never holds a
key.")
set(CPACK_COMPONENT_CONSOLE_DESCRIPTION "desk console for stablecoin payments
${about}

This is the window that operators work in. On one desk it runs the engine
itself; with PostgreSQL the engine is the package tieoutd on a server.")
set(CPACK_COMPONENT_ENGINE_DESCRIPTION "engine of Tieout and its command line
${about}

This is the engine without a screen, with a service for systemd and a command
for everything that the console does.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_CONSOLE_PACKAGE_NAME tieout)
set(CPACK_DEBIAN_ENGINE_PACKAGE_NAME tieoutd)
set(CPACK_DEBIAN_CONSOLE_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_ENGINE_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Plugins are opened by name, which shlibdeps can't see.
set(plugins "libqt6sql6-sqlite, libqt6sql6-psql")
set(CPACK_DEBIAN_CONSOLE_PACKAGE_DEPENDS "${plugins}")
set(CPACK_DEBIAN_ENGINE_PACKAGE_DEPENDS "${plugins}")
set(CPACK_DEBIAN_CONSOLE_PACKAGE_RECOMMENDS "ca-certificates, qt6-wayland")
set(CPACK_DEBIAN_ENGINE_PACKAGE_RECOMMENDS "ca-certificates")
include(CPack)
