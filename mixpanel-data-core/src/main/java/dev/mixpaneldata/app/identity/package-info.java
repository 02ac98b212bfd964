/** The identities of users. Start at {@link dev.mixpaneldata.app.identity.Identities}. */
@NullMarked
package dev.mixpaneldata.app.identity;

import org.jspecify.annotations.NullMarked;
