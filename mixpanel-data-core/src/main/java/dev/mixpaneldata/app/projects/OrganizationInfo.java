package dev.mixpaneldata.app.projects;

import java.util.Optional;

/** An organization and one's role in it. */
public record OrganizationInfo(long id, String name, Optional<String> role) {}
