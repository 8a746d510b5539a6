package org.stoa.shared;

/**
 * Marks the typed settings of a room: a {@code jakarta.inject.Singleton} bean that reads {@link
 * Settings} in its constructor into final fields and throws {@link WrongSetting}. All of them are
 * built, and so checked, before the application starts.
 */
public interface RoomSettings {}
