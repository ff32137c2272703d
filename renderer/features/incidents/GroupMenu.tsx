import { Menu, MenuButton, MenuItemRadio, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { GroupList20Regular } from '@fluentui/react-icons';
import { memo } from 'react';
import { i18n } from '@lingui/core';
import { useApp } from '../../store/app-store';
import { GROUPINGS } from './filter-words';

/** What rows stand together by. */
export const GroupMenu = memo(function GroupMenu() {
  const groupBy = useApp(({ filter }) => filter.groupBy);
  const setFilter = useApp((state) => state.setFilter);
  const current = GROUPINGS.find((one) => one.groupBy === groupBy);
  return (
    <Menu
      checkedValues={{ groupBy: [groupBy ?? ''] }}
      onCheckedValueChange={(_event, { checkedItems: [value] }) =>
        setFilter({ groupBy: GROUPINGS.find((one) => one.groupBy === value)?.groupBy ?? null })
      }
    >
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance={groupBy === null ? 'subtle' : 'outline'} icon={<GroupList20Regular />}>
          {groupBy === null
            ? i18n.t('Group by')
            : i18n.t('By {grouping}', { grouping: current ? i18n.t(current.label).toLowerCase() : '' })}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover>
        <MenuList>
          {GROUPINGS.map(({ groupBy: value, label }) => (
            <MenuItemRadio key={label} name="groupBy" value={value ?? ''}>
              {i18n.t(label)}
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
});
