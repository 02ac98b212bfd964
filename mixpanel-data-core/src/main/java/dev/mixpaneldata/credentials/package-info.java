/** The credentials of a service account, its project, and the project's region. */
@NullMarked
package dev.mixpaneldata.credentials;

import org.jspecify.annotations.NullMarked;
