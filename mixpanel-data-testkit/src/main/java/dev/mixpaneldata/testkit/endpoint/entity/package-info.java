/**
 * What Mixpanel's web application manages: kept through create, read, update and delete. Start at
 * {@link dev.mixpaneldata.testkit.endpoint.entity.Entities}.
 */
@NullMarked
package dev.mixpaneldata.testkit.endpoint.entity;

import org.jspecify.annotations.NullMarked;
