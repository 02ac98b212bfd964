package dev.mixpaneldata.app.projects;

import java.util.Optional;

/** An organization and the user's role in it. */
public record OrganizationInfo(long id, String name, Optional<String> role) {}
