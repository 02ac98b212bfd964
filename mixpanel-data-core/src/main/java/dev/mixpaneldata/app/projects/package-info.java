/** Who asks, and what they reach. Start at {@link dev.mixpaneldata.app.projects.Projects}. */
@NullMarked
package dev.mixpaneldata.app.projects;

import org.jspecify.annotations.NullMarked;
