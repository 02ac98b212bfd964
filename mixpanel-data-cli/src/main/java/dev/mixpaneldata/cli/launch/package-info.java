/**
 * Programs that the launcher {@code ./mp} runs once after a build. They lay the database driver out
 * so that nothing is unpacked at each start, and train the class-data archive.
 */
@NullMarked
package dev.mixpaneldata.cli.launch;

import org.jspecify.annotations.NullMarked;
