/** Who calls Mixpanel, for which project, and where that project lives. */
@NullMarked
package dev.mixpaneldata.credentials;

import org.jspecify.annotations.NullMarked;
