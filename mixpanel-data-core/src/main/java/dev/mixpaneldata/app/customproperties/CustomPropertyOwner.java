package dev.mixpaneldata.app.customproperties;

/** The things that have a custom property. */
public enum CustomPropertyOwner {
  EVENTS,
  PEOPLE,
  GROUP_PROFILES
}
