/**
 * The user behind the credentials, and the projects within reach. Start at {@link
 * dev.mixpaneldata.app.projects.Projects}.
 */
@NullMarked
package dev.mixpaneldata.app.projects;

import org.jspecify.annotations.NullMarked;
