/**
 * What the launcher {@code ./mp} runs once after a build: it lays the database driver out so that
 * nothing is unpacked at each start, and trains the class-data archive.
 */
@NullMarked
package dev.mixpaneldata.cli.launch;

import org.jspecify.annotations.NullMarked;
