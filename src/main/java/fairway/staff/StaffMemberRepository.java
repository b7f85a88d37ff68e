package fairway.staff;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface StaffMemberRepository extends Repository<StaffMember, String> {

    Optional<StaffMember> findById(String staffNumber);

    List<StaffMember> findAllByStaffNumberIn(Iterable<String> staffNumbers);

    List<StaffMember> findAll();

    @Query("select distinct s.managerStaffNumber from StaffMember s where s.staffNumber in :staffNumbers and s.managerStaffNumber is not null")
    List<String> findManagersOf(Collection<String> staffNumbers);

    @Query("from StaffMember s where s.userId = :userId and s.listed and (s.leftOn is null or s.leftOn >= :today)")
    Optional<StaffMember> findCurrentByUserId(String userId, LocalDate today);

    @Query(nativeQuery = true, value = "select exists (select from staff_member where user_id_in_use = lower(:userId) and user_id <> :userId)")
    boolean existsInOtherSpelling(String userId);

    List<StaffMember> findByUserIdIn(Collection<String> userIds);

    @Query("from StaffMember s where s.managerStaffNumber = :manager and (s.leftOn is null or s.leftOn >= :today) and s.startedOn <= :today order by s.lastName, s.firstName, s.staffNumber")
    List<StaffMember> findCurrentReports(String manager, LocalDate today);

    @Query("select count(s) > 0 from StaffMember s where s.managerStaffNumber = :manager and (s.leftOn is null or s.leftOn >= :today) and s.startedOn <= :today")
    boolean hasCurrentReports(String manager, LocalDate today);

    @Query("from StaffMember s where s.userId is not null and s.listed and (s.leftOn is null or s.leftOn >= :today) order by s.lastName, s.firstName, s.staffNumber")
    List<StaffMember> findCurrentWithSignIn(LocalDate today);

    @Query("from StaffMember s where s.hrDivisions <> '' and s.listed and (s.leftOn is null or s.leftOn >= :today) order by s.lastName, s.firstName, s.staffNumber")
    List<StaffMember> findCurrentHrPeople(LocalDate today);

    @Query("""
            from StaffMember s where s.listed and (lower(s.firstName || ' ' || s.lastName) like :pattern escape '\\' or lower(s.staffNumber) like :pattern escape '\\'
            or lower(s.email) like :pattern escape '\\' or lower(s.jobTitle) like :pattern escape '\\' or lower(s.division) like :pattern escape '\\')
            order by s.lastName, s.firstName, s.staffNumber""")
    List<StaffMember> search(String pattern, Limit limit);

    @Query("""
            from StaffMember s where lower(s.firstName || ' ' || s.lastName) like :pattern escape '\\' or lower(s.staffNumber) like :pattern escape '\\'
            or lower(s.email) like :pattern escape '\\' or lower(s.userId) = :words order by s.listed desc, s.lastName, s.firstName, s.staffNumber""")
    List<StaffMember> searchEverybody(String pattern, String words, Limit limit);

    @Query("select count(s) from StaffMember s where s.listed and (s.leftOn is null or s.leftOn >= :today)")
    long countCurrent(LocalDate today);

    /** HR of some division, and everybody above them. */
    @Query(nativeQuery = true, value = """
            with recursive up (staff_number, manager) as (
              select staff_number, manager_staff_number from staff_member where hr_divisions <> '' and listed and (left_on is null or left_on >= :today)
              union select s.staff_number, s.manager_staff_number from staff_member s join up on s.staff_number = up.manager)
            select staff_number from up""")
    Set<String> findHrAndAbove(LocalDate today);

    /** The person and everybody above them. */
    @Query(nativeQuery = true, value = """
            with recursive up (staff_number, manager) as (
              select staff_number, manager_staff_number from staff_member where staff_number = :staffNumber
              union select s.staff_number, s.manager_staff_number from staff_member s join up on s.staff_number = up.manager)
            select staff_number from up""")
    Set<String> findUpwards(String staffNumber);
}
