package org.stoa.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stoafixture.split.work.Inside;
import org.stoafixture.split.work.Outside;

/** Each rule, tried on a small house that breaks it, says what is wrong and nothing else. */
class RulesCanFailTest {

  @Test
  void aCallOfAnUndeclaredRoomIsFound() {
    House house = house("undeclared");
    assertThat(found(DeclaredRooms.called(house), house))
        .isNotEmpty()
        .allMatch(it -> it.startsWith("files does not declare audit: "));
  }

  @Test
  void anIdleAnUpwardAndAMisnamedDeclarationAreFound() {
    House house = house("idle");
    assertThat(found(DeclaredRooms.declared(house), house))
        .containsExactlyInAnyOrder(
            "files declares audit and never calls it",
            "files declares study and never calls it",
            "files declares study, which is not on a lower tier",
            "the room in org.stoafixture.idle.mail calls itself post");
  }

  @Test
  void aCycleIsFound() {
    House house = house("cycles");
    assertThat(found(RoomCycles.none(house), house))
        .singleElement()
        .asString()
        .contains("Cycle detected: Slice audit -> ", "Slice live -> ");
  }

  @Test
  void aSideDoorIsFound() {
    House house = house("sidedoor");
    assertThat(found(FrontDoors.only(house), house))
        .isNotEmpty()
        .allMatch(it -> it.startsWith("work reaches past the front door of audit: "));
  }

  @Test
  void aClassWithoutARoomIsFound() {
    House house = house("sidedoor");
    assertThat(found(FrontDoors.everyClassHasARoom(house), house))
        .containsExactly("org.stoafixture.sidedoor.Homeless lives in no room");
  }

  @Test
  void knowingADriverIsFound() {
    House house = house("driven");
    assertThat(found(Drivers.unknown(house), house))
        .anyMatch(it -> it.contains("work.Desk") && it.contains("DeskPage"))
        .anyMatch(it -> it.contains("work.jobs.DeskTimer") && it.contains("DeskPage"))
        .noneMatch(it -> it.startsWith("Class <org.stoafixture.driven.work.web"));
  }

  @Test
  void aBrokerAndABeanInTheDomainAreFound() {
    House house = house("mixed");
    assertThat(found(PlainDomain.only(house), house))
        .anyMatch(it -> it.contains("jakarta.jms.Message"))
        .anyMatch(it -> it.contains("mixed.work.Desk"))
        .noneMatch(it -> it.contains("has type <java.time.Instant>"));
  }

  @Test
  void aLeakedEntityIsFound() {
    House house = house("leaky");
    assertThat(found(EntitiesInside.only(house), house))
        .anyMatch(it -> it.contains("Studies.list()"))
        .anyMatch(it -> it.contains("StudyPage.row is an entity"))
        .noneMatch(it -> it.contains("idOf"));
  }

  @Test
  void anUnstatedAndABorrowedPermissionAreFound() {
    House house = house("unstated");
    assertThat(found(StatedPermissions.everywhere(house), house))
        .containsExactlyInAnyOrder(
            "org.stoafixture.unstated.study.Studies.delete() does not state who may call it",
            "org.stoafixture.unstated.study.Studies.rows() asks for another room's data.read");
  }

  @Test
  void everyWayToAskTheSystemForTheTimeIsFound() {
    House house = house("ownclock");
    assertThat(found(TimeFromTheClock.only(), house))
        .hasSize(4)
        .noneMatch(it -> it.contains("Diary.asked"));
  }

  @Test
  void aStoredLocalTimeIsFound() {
    House house = house("ownclock");
    assertThat(found(TimeFromTheClock.storedAsInstants(), house))
        .containsExactly(
            "org.stoafixture.ownclock.study.store.Entry.writtenAt stores java.time.LocalDateTime");
  }

  @Test
  void aSplitPackageIsFound(@TempDir Path folder) throws IOException {
    JarFile one = jar(folder.resolve("one.jar"), Inside.class);
    JarFile two = jar(folder.resolve("two.jar"), Outside.class);
    House house = House.of(new ClassFileImporter().importJars(one, two));
    assertThat(found(OneModule.perPackage(house), house))
        .hasSize(2)
        .allMatch(it -> it.startsWith("org.stoafixture.split.work lives in ["));
    assertThat(
            OneModule.perPackage(house("split")).evaluate(house("split").classes()).hasViolation())
        .isFalse();
  }

  private static House house(String fixture) {
    JavaClasses classes = new ClassFileImporter().importPackages("org.stoafixture." + fixture);
    return House.of(classes);
  }

  private static List<String> found(ArchRule rule, House house) {
    return rule.evaluate(house.classes()).getFailureReport().getDetails();
  }

  private static JarFile jar(Path jar, Class<?> type) throws IOException {
    String entry = type.getName().replace('.', '/') + ".class";
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream entries = new JarOutputStream(out);
        InputStream bytes = type.getClassLoader().getResourceAsStream(entry)) {
      entries.putNextEntry(new JarEntry(entry));
      bytes.transferTo(entries);
    }
    return new JarFile(jar.toFile());
  }
}
