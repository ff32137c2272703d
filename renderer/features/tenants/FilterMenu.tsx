import { Menu, MenuButton, MenuItemCheckbox, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';

interface FilterMenuProps {
  /** What is narrowed by it: "Group". */
  label: string;
  options: readonly { value: string; text: string }[];
  chosen: readonly string[];
  onChoose(chosen: string[]): void;
}

/** A button with a menu of things to narrow the list to; it says how many are chosen. */
export function FilterMenu({ label, options, chosen, onChoose }: FilterMenuProps) {
  return (
    <Menu persistOnItemClick checkedValues={{ chosen: [...chosen] }} onCheckedValueChange={(_event, data) => onChoose(data.checkedItems)}>
      <MenuTrigger disableButtonEnhancement>
        <MenuButton appearance={chosen.length > 0 ? 'outline' : 'subtle'} disabled={options.length === 0}>
          {chosen.length > 0 ? `${label}: ${chosen.length}` : label}
        </MenuButton>
      </MenuTrigger>
      <MenuPopover className="filter-menu">
        <MenuList>
          {options.map(({ value, text }) => (
            <MenuItemCheckbox key={value} name="chosen" value={value}>
              {text}
            </MenuItemCheckbox>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
